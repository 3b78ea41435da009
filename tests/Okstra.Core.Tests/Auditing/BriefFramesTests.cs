using Okstra.Core.Auditing;
using Okstra.Core.Sources;
using Okstra.Testing;

namespace Okstra.Core.Tests.Auditing;

public sealed class BriefFramesTests
{
    private static readonly MemorySourceTree Tree = new(
        ("src/shop/cart.py", "import os\n\ndef total(items):\n    return sum(items) / len(items)\n"),
        ("src/shop/api.py", "def handle(request):\n    return total(request.items)\n"));

    [Fact]
    public async Task Frames_in_the_repository_come_innermost_first()
    {
        var places = await BriefFrames.InRepositoryAsync(Tree, "x\n  File \"/w/site-packages/shop/api.py\", line 2, in handle\n    return total(request.items)\n  File \"/w/site-packages/shop/cart.py\", line 9, in total\n    return sum(items) / len(items)\n  File \"/usr/lib/python3.9/json.py\", line 1, in x\n", TestContext.Current.CancellationToken);

        Assert.Equal([new SourcePlace("src/shop/cart.py", 4), new SourcePlace("src/shop/api.py", 2)], places);
    }

    [Fact]
    public async Task A_brief_without_a_trace_has_no_frames() =>
        Assert.Empty(await BriefFrames.InRepositoryAsync(Tree, "`total` in src/shop/cart.py is wrong", TestContext.Current.CancellationToken));
}
