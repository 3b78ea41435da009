using System.Runtime.InteropServices;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Claude;

/// <summary>One thing a line of a claude log says about tokens.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ClaudeRow
{
    public const int IsMessage = 0;

    /// <summary>Belongs to the message before it: a model call made on the side.</summary>
    public const int IsIteration = 1;

    /// <summary>Final figures of a sub-agent's last message, told by the session that called it.</summary>
    public const int IsResult = 2;

    /// <summary>Hash of the message id, of the sub-agent id for a result; none: the response has no id and counts as it stands.</summary>
    public LogKey Key;
    public long Time;
    public int What;
    public int Marks;
    public int Model;
    public int Session;
    public ClaudeTokens Tokens;

    public const int Copy = 1;
    public const int Sidechain = 2;
    public const int Progress = 4;
    public const int HasIterations = 8;

    /// <summary>An original beats a copy, the main chain its replay, the larger record an early one of a stream, the response's own line a progress line.</summary>
    public static bool Beats(in ClaudeRow one, in ClaudeRow other)
    {
        const int Place = Copy | Sidechain;
        var (mine, others) = (one.Marks & Place, other.Marks & Place);
        if ((mine & Copy) != (others & Copy) || mine != others)
        {
            return mine < others && (mine & Copy) <= (others & Copy);
        }

        var more = one.Tokens.Total - other.Tokens.Total;
        return more > 0 || (more == 0 && (one.Marks & Progress) < (other.Marks & Progress));
    }
}
