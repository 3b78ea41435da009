using Okstra.Core.Custody;

namespace Okstra.Processes.Custody;

/// <summary>One kept commit.</summary>
/// <param name="Ref">Full ref name; the id itself when none leads to it.</param>
/// <param name="Number">Last part of the ref name; 0 when there is none.</param>
/// <param name="Commit">Full id.</param>
/// <param name="Tree">Of the files.</param>
/// <param name="Message">What it says about itself.</param>
public sealed record KeptWork(string Ref, int Number, string Commit, string Tree, KeepMessage Message);
