using Okstra.Core.Auditing;

namespace Okstra.Core.Tests.Auditing;

public sealed class PathIndexTests
{
    private static readonly PathIndex Index = new(
        ["context.go", "render/context.go", "src/shop/cart.py", "lib/cart.js", "src/index.ts", "web/index.ts", "gson/src/main/java/com/acme/Cart.java", "clap_builder/src/parser.rs", "src/socket.py", "lib/sinatra/base.rb"],
        ["shop"]);

    [Theory]
    [InlineData("/go/pkg/mod/github.com/gin-gonic/gin@v1.4.0/context.go", "context.go")]
    [InlineData("/go/pkg/mod/github.com/gin-gonic/gin@v1.4.0/render/context.go", "render/context.go")]
    [InlineData("/usr/lib/python3.9/site-packages/shop/cart.py", "src/shop/cart.py")]
    [InlineData("/app/node_modules/shop/lib/cart.js", "lib/cart.js")]
    [InlineData("com/acme/Cart.java", "gson/src/main/java/com/acme/Cart.java")]
    [InlineData("/root/.cargo/registry/src/github.com-1ecc6299db9ec823/clap_builder-4.0.1/src/parser.rs", "clap_builder/src/parser.rs")]
    [InlineData("/usr/lib/ruby/gems/2.5.0/gems/sinatra-2.0.1/lib/sinatra/base.rb", "lib/sinatra/base.rb")]
    [InlineData("C:/build/src/shop/cart.py", "src/shop/cart.py")]
    public void A_frame_of_an_installed_copy_is_found_in_the_tree(string printed, string path) => Assert.Equal(path, Index.ResolveFrame(printed));

    [Theory]
    [InlineData("/usr/lib/python3.8/socket.py")]
    [InlineData("/app/node_modules/other/lib/cart.js")]
    [InlineData("/usr/local/go/src/context/context.go")]
    [InlineData("/home/me/project/index.ts")]
    [InlineData("java/lang/Thread.java")]
    [InlineData("")]
    public void A_frame_of_somebody_else_is_not_taken_for_ours(string printed) => Assert.Null(Index.ResolveFrame(printed));

    [Fact]
    public void A_built_file_leads_to_its_only_source() =>
        Assert.Equal("src/checkout.ts", new PathIndex(["src/checkout.ts", "src/other.ts"], ["shop"]).ResolveFrame("/app/node_modules/shop/dist/checkout.js"));

    [Fact]
    public void A_mention_without_folders_names_every_file_of_that_name() => Assert.Equal(["src/index.ts", "web/index.ts"], Index.ResolveMention("index.ts", 4));
}
