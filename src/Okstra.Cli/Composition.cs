using Okstra.Engine;
using Okstra.Processes;
using Okstra.Processes.Git;
using Okstra.State.Documents;
using Okstra.State.Layout;
using Okstra.State.Locks;
using Okstra.State.Writing;

namespace Okstra.Cli;

/// <summary>Builds the engine's doors to the world from a command's context.</summary>
internal static class Composition
{
    public static RunServices Services(CliContext context)
    {
        var writer = StateWriter.For(context.Host);
        var runner = new ProcessRunner(context.Host, context.Time);
        return new RunServices
        {
            Host = context.Host,
            Time = context.Time,
            Ids = context.Ids,
            Writer = writer,
            Documents = new DocumentStore(writer, context.Time),
            Locks = new StateLocks(context.Host, writer, context.Time),
            Home = HomeLayout.Of(context.Host),
            Runner = runner,
            Git = new GitCommand(runner, context.Host),
        };
    }
}
