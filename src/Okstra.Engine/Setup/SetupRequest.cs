namespace Okstra.Engine.Setup;

/// <summary>What <c>okstra setup</c> was asked for (R-OPN-49).</summary>
public sealed record SetupRequest
{
    /// <summary>Null: the repository around the current folder, else the folder itself.</summary>
    public string? ProjectRoot { get; init; }

    public string? ProjectId { get; init; }

    public Core.Text.ReportLanguage? Language { get; init; }

    /// <summary>The user said yes to the proposed quality commands.</summary>
    public bool ConfirmQaCommands { get; init; }

    /// <summary>Auditors join agent runs; null keeps what is stored.</summary>
    public bool? Auditor { get; init; }

    /// <summary>Move state of an older okstra to today's folder.</summary>
    public bool Migrate { get; init; }
}
