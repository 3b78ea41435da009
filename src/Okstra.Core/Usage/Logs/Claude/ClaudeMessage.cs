using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Claude;

/// <summary>Reads the <c>message</c> of a line: <code>{"id":"msg_01","type":"message","role":"assistant","model":"claude-opus-4-8","content":[…],"usage":{…}}</code></summary>
internal ref struct ClaudeMessage
{
    public ReadOnlySpan<byte> Id;
    public ReadOnlySpan<byte> Model;
    public ClaudeUsage Usage;

    public static ClaudeMessage Read(scoped ref JsonCursor json)
    {
        var message = new ClaudeMessage();
        if (!json.Object())
        {
            return message;
        }

        while (json.Member(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    message.Id = json.Text();
                    break;
                case 5 when name.SequenceEqual("model"u8):
                    message.Model = json.Text();
                    break;
                case 5 when name.SequenceEqual("usage"u8):
                    message.Usage = ClaudeUsage.Read(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return message;
    }
}
