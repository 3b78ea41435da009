namespace Okstra.Pages.Tests.Support;

/// <summary>A page okstra can write.</summary>
internal sealed record ProductPage(string Name, string Html);
