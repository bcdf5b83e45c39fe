using System.Collections;
using System.Collections.Concurrent;
using System.Data;
using System.Reflection;
using System.Text;
using Dapper;

namespace DcCourseIndex.Catalog.Ledger.Postgres;

/// <summary>
/// The values of a statement as PostgreSQL takes them: a text holds neither NUL nor half a surrogate pair (each becomes U+FFFD), and nothing
/// has a type too.
/// </summary>
internal static class PostgresValues
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Names = new();

    /// <summary>Of one object with a property for each value that the statement names, or of a list of such; what it does not name is left out.</summary>
    public static object? Of(string sql, object? values) => values switch
    {
        null => null,
        IEnumerable many => many.Cast<object>().Select(one => One(sql, one)).ToList(),
        _ => One(sql, values),
    };

    /// <summary>Of a single value.</summary>
    public static object? Single(object? value) => value switch
    {
        string text => Clean(text),
        string[] texts => Array.ConvertAll(texts, Clean),
        IEnumerable<string> texts => texts.Select(Clean).ToArray(),
        _ => value,
    };

    private static DynamicParameters One(string sql, object values)
    {
        var parameters = new DynamicParameters();
        foreach (var property in Names.GetOrAdd(values.GetType(), type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)))
        {
            if (!sql.Contains($"@{property.Name}", StringComparison.OrdinalIgnoreCase)) continue;
            var value = property.GetValue(values);
            parameters.Add(property.Name, Single(value), value is null ? TypeOf(property.PropertyType) : null);
        }

        return parameters;
    }

    private static DbType? TypeOf(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.String => DbType.String,
        TypeCode.Int32 => DbType.Int32,
        TypeCode.Int64 => DbType.Int64,
        TypeCode.Double => DbType.Double,
        _ => type == typeof(byte[]) ? DbType.Binary : null,
    };

    private static string Clean(string text)
    {
        var wrong = false;
        foreach (var letter in text) wrong |= letter == '\0' || char.IsSurrogate(letter);
        if (!wrong) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }
}
