namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>A model API of the stub and the CLI that talks to it.</summary>
internal enum Provider
{
    Anthropic,
    Openai,
    Gemini,
}
