using Okstra.State.Documents;
using Okstra.State.Writing;

namespace Okstra.State.Tests;

/// <summary>The collaborators of most tests here.</summary>
internal static class Setup
{
    internal const int Killed = 137;

    internal static StateWriter Writer(TempFolder folder) => new(WriteFaults.None(), folder.At("home"));

    internal static StateWriter Writer(TempFolder folder, string fault) =>
        StateWriter.For(HermeticHost.Create(folder.At("home"), new Dictionary<string, string>(StringComparer.Ordinal) { [WriteFaults.Variable] = fault }));

    internal static DocumentStore Documents(TempFolder folder) => new(Writer(folder), TimeProvider.System);

    internal static string[] TempFiles(string folder) => Directory.GetFiles(folder, ".*.tmp");
}
