using Spectre.Console;

namespace Okstra.Cli.Output;

/// <summary>Spectre consoles over our own writers.</summary>
internal static class Consoles
{
    private const int PlainWidth = 120;

    public static IAnsiConsole For(TextWriter writer, bool terminal, CliContext context)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal && context.Colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!terminal)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
