using System.Text.Json.Serialization;

namespace Okstra.Core.Usage.Ledger;

/// <summary>JSON of the usage ledger; the options come from State.</summary>
[JsonSerializable(typeof(LedgerEntry))]
public sealed partial class LedgerJson : JsonSerializerContext;
