using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;

namespace Okstra.Engine.Leading;

/// <summary>What was asked and what came of it.</summary>
public sealed record RecordedDispatch(DispatchOrder Order, DispatchDocument Document);
