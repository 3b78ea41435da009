namespace Okstra.Core.Usage.Logs;

/// <summary>How a file below a log folder is read.</summary>
public enum LogForm
{
    /// <summary>It is no session log.</summary>
    None,

    /// <summary>One JSON object on each line, appended to.</summary>
    Lines,

    /// <summary>One JSON object, written anew each time.</summary>
    Document,

    /// <summary>A session log okstra does not unpack; reported, never passed over in silence.</summary>
    Compressed,
}
