using Okstra.Core.Text;

namespace Okstra.Core.Findings;

/// <summary>The contract of the grouping dispatch: only ids that were asked, each of them once.</summary>
internal static class GroupsReader
{
    private const int MaxId = 100;

    public static GroupsAnswer Read(ContractNode root, IReadOnlySet<string> asked)
    {
        AnswerReader.CheckVersion(root);
        if (root["groups"].IsMissing)
        {
            throw root["groups"].Violation("is required");
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var groups = root["groups"].List(asked.Count, group => group.IsMissing ? throw group.Violation("must be an array") : group.List(asked.Count, id => Id(id, asked, used)));
        return new GroupsAnswer { Groups = [.. groups.Where(group => group.Count > 1)] };
    }

    private static string Id(ContractNode node, IReadOnlySet<string> asked, HashSet<string> used)
    {
        var id = node.Text(MaxId);

        // As it came, not as it looks after cleaning: an id with an invisible character in it is another id.
        if (!asked.Contains(id) || !node.Element.ValueEquals(id))
        {
            throw node.Violation($"'{SafeText.OneLine(id, 40)}' is none of the ids asked about");
        }

        return used.Add(id) ? id : throw node.Violation($"'{id}' is used twice");
    }
}
