using System.Text.Json.Serialization;

namespace Okstra.Core.Approvals;

/// <summary>JSON of this folder; the options come from State.</summary>
[JsonSerializable(typeof(ApprovalRecord))]
[JsonSerializable(typeof(System.Text.Json.JsonDocument))]
public sealed partial class ApprovalsJson : JsonSerializerContext;
