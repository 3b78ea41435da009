namespace Okstra.State.Files;

/// <summary>What a path is, without opening it.</summary>
internal enum PathKind
{
    Missing,
    Regular,
    Folder,
    Link,

    /// <summary>FIFO, socket or device.</summary>
    Special,
}
