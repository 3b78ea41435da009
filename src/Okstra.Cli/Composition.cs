using Okstra.Engine;

namespace Okstra.Cli;

/// <summary>Builds the engine's doors to the world from a command's context.</summary>
internal static class Composition
{
    public static RunServices Services(CliContext context) => RunServices.For(context.Host, context.Time, context.Ids);
}
