using Okstra.Core.Auditing;

namespace Okstra.Core.Tests.Auditing;

public sealed class FramePlaceTests
{
    private static readonly string[] Lines = ["import os", "", "def first(a):", "    return a", "", "def total(items):", "    count = 0", "    return sum(items) / count", ""];

    [Fact]
    public void A_line_inside_the_named_function_is_kept() => Assert.Equal(8, FramePlace.Correct(Lines, 8, "total", ""));

    [Fact]
    public void A_stale_line_moves_to_the_named_function() => Assert.Equal(6, FramePlace.Correct(Lines, 4, "total", ""));

    [Fact]
    public void A_printed_source_line_decides_before_the_number() => Assert.Equal(8, FramePlace.Correct(Lines, 2, "total", "return sum(items) / count"));

    [Fact]
    public void A_number_beyond_the_file_is_cut_to_it() => Assert.Equal(9, FramePlace.Correct(Lines, 900, "", ""));
}
