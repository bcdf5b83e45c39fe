using System.Globalization;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Numbers as terms of the Lucene index: decimal digits.</summary>
internal static class TermText
{
    private const int Longest = 11;

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static BytesRef Bytes(int number) => new(Of(number));

    public static void Write(int number, ICharTermAttribute term)
    {
        var room = term.ResizeBuffer(Longest);
        number.TryFormat(room, out var length, provider: CultureInfo.InvariantCulture);
        term.Length = length;
    }
}
