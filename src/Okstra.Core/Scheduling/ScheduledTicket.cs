namespace Okstra.Core.Scheduling;

/// <summary>Effort for a ticket; steps of several tickets stand in a line of their own, so that the lines sum to the whole.</summary>
public sealed record ScheduledTicket(string Ticket, int Steps, Effort Effort);
