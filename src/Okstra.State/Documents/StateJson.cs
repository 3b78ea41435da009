using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Okstra.State.Documents;

/// <summary>How every document looks on disk: web names, two spaces, non-ASCII kept, no duplicate keys (R-LAY-87).</summary>
public static class StateJson
{
    private static readonly ConditionalWeakTable<IJsonTypeInfoResolver, JsonSerializerOptions> Indented = [];
    private static readonly ConditionalWeakTable<IJsonTypeInfoResolver, JsonSerializerOptions> Lines = [];

    /// <summary>The same type under the options of documents; a context's own options do not matter.</summary>
    public static JsonTypeInfo<T> ForDocument<T>(JsonTypeInfo<T> type) => Rebind(type, Indented, indented: true);

    /// <summary>The same type on one line, for JSON lines.</summary>
    public static JsonTypeInfo<T> ForLine<T>(JsonTypeInfo<T> type) => Rebind(type, Lines, indented: false);

    private static JsonTypeInfo<T> Rebind<T>(JsonTypeInfo<T> type, ConditionalWeakTable<IJsonTypeInfoResolver, JsonSerializerOptions> known, bool indented)
    {
        var resolver = type.OriginatingResolver ?? type.Options.TypeInfoResolver
            ?? throw new ArgumentException($"{typeof(T).Name} comes from no source-generated context", nameof(type));
        return (JsonTypeInfo<T>)known.GetValue(resolver, source => Create(source, indented)).GetTypeInfo(typeof(T));
    }

    private static JsonSerializerOptions Create(IJsonTypeInfoResolver resolver, bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            IndentSize = 2,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowDuplicateProperties = false,
            AllowOutOfOrderMetadataProperties = true,
            PropertyNameCaseInsensitive = false,
            NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = resolver,
        };
        options.MakeReadOnly();
        return options;
    }
}
