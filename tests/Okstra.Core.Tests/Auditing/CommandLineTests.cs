using Okstra.Core.Auditing;

namespace Okstra.Core.Tests.Auditing;

public sealed class CommandLineTests
{
    [Fact]
    public void A_plain_command_needs_no_shell() => Assert.Equal(["npm", "run", "test unit", ""], CommandLine.Split("npm run 'test unit' \"\""));

    [Theory]
    [InlineData("npm run lint && npm test")]
    [InlineData("FOO=1 npm test")]
    [InlineData("echo \"$HOME\"")]
    [InlineData("eslint src/*.js")]
    [InlineData("say 'half")]
    public void A_command_with_shell_syntax_goes_to_the_shell_whole(string command) => Assert.Equal(["sh", "-c", command], CommandLine.Split(command));

    [Fact]
    public void A_blank_command_is_none() => Assert.Empty(CommandLine.Split("  "));
}
