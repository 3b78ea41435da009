using Okstra.Core.Auditing;

namespace Okstra.Core.Tests.Auditing;

public sealed class DefinitionsTests
{
    [Theory]
    [InlineData("def total(self):")]
    [InlineData("    async def total(self):")]
    [InlineData("class total(Base):")]
    [InlineData("function total(items) {")]
    [InlineData("exports.total = function (items) {")]
    [InlineData("Cart.prototype.total = function total(items) {")]
    [InlineData("const total = (items) => items.length;")]
    [InlineData("  total(items) {")]
    [InlineData("  total: function (items) {")]
    [InlineData("func (c *Cart) total(items []int) int {")]
    [InlineData("pub fn total(&self) -> u32 {")]
    [InlineData("    public static int total(List<Item> items) {")]
    [InlineData("fun total(items: List<Item>): Int {")]
    [InlineData("    def self.total(items)")]
    [InlineData("    public function total(array $items): int")]
    [InlineData("int Cart::total(int x) {")]
    [InlineData("macro_rules! total {")]
    [InlineData("#define total(x) (x)")]
    public void A_definition_is_told_from_a_use(string line) => Assert.True(Definitions.Strength(line, "total") >= 0.5);

    [Theory]
    [InlineData("    x = total(items)")]
    [InlineData("    return total(items)")]
    [InlineData("// def total(items)")]
    [InlineData("    cart.total(items);")]
    [InlineData("    subtotal(items) {")]
    [InlineData("    if (total(items)) {")]
    public void A_use_is_no_definition(string line) => Assert.True(Definitions.Strength(line, "total") < 0.5);
}
