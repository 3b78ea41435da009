using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Codex;

/// <summary>
/// Reads the payload of a <c>token_count</c>; <c>info</c> may be null when only the rate limits changed:
/// <code>{"type":"token_count","info":{"total_token_usage":{…},"last_token_usage":{…},"model_context_window":258400},"rate_limits":{…}}</code>
/// </summary>
internal static class CodexCountLine
{
    public static void Take(scoped ref JsonCursor json, long time, LogDigest digest)
    {
        if (!json.Object())
        {
            return;
        }

        var isCount = false;
        var row = new CodexRow { What = CodexRow.IsCount, Time = time, Text = -1 };
        while (json.Member(out var name))
        {
            if (name.SequenceEqual("type"u8))
            {
                isCount = json.Text().SequenceEqual("token_count"u8);
                if (!isCount)
                {
                    return;
                }
            }
            else if (name.SequenceEqual("info"u8))
            {
                Amounts(ref json, ref row);
            }
            else
            {
                json.Skip();
            }
        }

        if (isCount && (row.Total.Exists | row.Last.Exists) == 1)
        {
            digest.Add(row);
        }
    }

    private static void Amounts(scoped ref JsonCursor json, ref CodexRow row)
    {
        if (!json.Object())
        {
            return;
        }

        while (json.Member(out var name))
        {
            if (name.SequenceEqual("total_token_usage"u8))
            {
                row.Total = CodexTokens.Read(ref json, out row.TotalTokens);
            }
            else if (name.SequenceEqual("last_token_usage"u8))
            {
                row.Last = CodexTokens.Read(ref json, out _);
            }
            else
            {
                json.Skip();
            }
        }
    }
}
