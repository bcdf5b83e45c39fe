namespace DcCourseIndex.Catalog.Language;

/// <summary>What was typed with the keyboard left in the other language: the same keys of the Ukrainian and the US layout.</summary>
public static class KeyboardLayout
{
    private const string Latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`\\QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~|";
    private const string Ukrainian = "йцукенгшщзхїфівапролджєячсмитьбю'ґЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ'Ґ";

    /// <summary>«кібербезпека» for <c>rs,th,tpgtrf</c>, signs that stand on letter keys included; other characters stay.</summary>
    public static string ToCyrillic(string typed) => Map(typed, Latin, Ukrainian);

    /// <summary><c>excel</c> for «учсуд»; other characters stay.</summary>
    public static string ToLatin(string typed) => Map(typed, Ukrainian, Latin);

    private static string Map(string typed, string from, string to)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.Create(typed.Length, (typed, from, to), static (mapped, keys) =>
        {
            for (var i = 0; i < mapped.Length; i++)
            {
                var at = keys.from.IndexOf(keys.typed[i], StringComparison.Ordinal);
                mapped[i] = at >= 0 ? keys.to[at] : keys.typed[i];
            }
        });
    }
}
