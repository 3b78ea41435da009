namespace Okstra.Core.Tasks;

/// <summary>Which roles must deliver before a verdict (R-CON-44, R-CON-45).</summary>
/// <param name="RequiredWorkerRoles">Role names, e.g. <c>Claude worker</c>.</param>
public sealed record ResultContract(IReadOnlyList<string> RequiredWorkerRoles);
