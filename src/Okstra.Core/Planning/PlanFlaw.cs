namespace Okstra.Core.Planning;

/// <summary>Something the self-review of a plan found.</summary>
/// <param name="Rule">Id of a <see cref="PlanRule"/>.</param>
/// <param name="Place">Row of the plan, such as <c>4.5.4 step 2</c>.</param>
/// <param name="Message">What is wrong, in the language of the report.</param>
/// <param name="Blocking">The plan cannot be approved while it stands.</param>
public sealed record PlanFlaw(string Rule, string Place, string Message, bool Blocking);
