using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Codex;

/// <summary>
/// Reads the first <c>session_meta</c> of a rollout; later ones are those of a parent whose lines were copied:
/// <code>{"id":"…","forked_from_id":"…","parent_thread_id":"…","cwd":"/srv/x","source":{"subagent":{"thread_spawn":{"parent_thread_id":"…"}}}}</code>
/// </summary>
internal static class CodexMeta
{
    public static void Take(scoped ref JsonCursor json, long time, LogDigest digest)
    {
        if (digest.Facts.Id.Length > 0 || !json.Object())
        {
            return;
        }

        ReadOnlySpan<byte> id = default, fork = default, parent = default, spawner = default, cwd = default;
        var subagent = false;
        while (json.Member(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Text();
                    break;
                case 3 when name.SequenceEqual("cwd"u8):
                    cwd = json.Text();
                    break;
                case 6 when name.SequenceEqual("source"u8):
                    subagent = Source(ref json, ref spawner);
                    break;
                case 14 when name.SequenceEqual("forked_from_id"u8):
                    fork = json.Text();
                    break;
                case 16 when name.SequenceEqual("parent_thread_id"u8):
                    parent = json.Text();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        var from = fork.IsEmpty ? spawner.IsEmpty ? parent : spawner : fork;
        digest.Facts = digest.Facts with
        {
            Id = id.IsEmpty ? "" : LogDigest.Decode(id),
            Parent = from.IsEmpty ? null : LogDigest.Decode(from),
            Cwd = digest.Facts.Cwd ?? (cwd.IsEmpty ? null : LogDigest.Decode(cwd)),
        };
        digest.Memory = digest.Memory with { Time = time, Flag = subagent };
    }

    private static bool Source(scoped ref JsonCursor json, ref ReadOnlySpan<byte> spawner)
    {
        var subagent = false;
        if (!json.Object())
        {
            return false;
        }

        while (json.Member(out var name))
        {
            if (!name.SequenceEqual("subagent"u8))
            {
                json.Skip();
                continue;
            }

            subagent = true;
            if (json.Object())
            {
                Spawn(ref json, ref spawner);
            }
        }

        return subagent;
    }

    private static void Spawn(scoped ref JsonCursor json, ref ReadOnlySpan<byte> spawner)
    {
        while (json.Member(out var name))
        {
            if (!name.SequenceEqual("thread_spawn"u8))
            {
                json.Skip();
            }
            else if (json.Object())
            {
                spawner = json.TextOf("parent_thread_id"u8);
            }
        }
    }
}
