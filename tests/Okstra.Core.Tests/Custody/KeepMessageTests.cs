using Okstra.Core.Custody;

namespace Okstra.Core.Tests.Custody;

public sealed class KeepMessageTests
{
    [Fact]
    public void A_message_says_everything_it_was_made_from()
    {
        var message = new KeepMessage
        {
            Key = "shop/g/t-1#stage-2",
            At = "2026-01-02T03:04:05Z",
            Head = HeadKind.Unborn,
            HeadRef = "refs/heads/한글: x",
            Index = new string('1', 40),
            State = new string('2', 40),
            Branch = "feat-t-1-stage-2",
            BranchTip = new string('3', 40),
            Base = new string('4', 64),
        };

        Assert.Equal(message, KeepMessage.TryParse(message.ToText()));
        Assert.StartsWith("okstra: kept work of shop/g/t-1#stage-2 at 2026-01-02T03:04:05Z\n\n", message.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("first commit\n")]
    [InlineData("Okstra-Key: shop/g/t-1\nOkstra-Head: branch\n")]
    [InlineData("Okstra-Key: shop/g/t-1\nOkstra-At: now\nOkstra-Head: sideways\n")]
    public void Other_messages_are_not_taken_for_one(string text) => Assert.Null(KeepMessage.TryParse(text));
}
