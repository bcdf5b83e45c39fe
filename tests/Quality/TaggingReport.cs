using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Quality;

/// <summary>The tables that commands about tagging print.</summary>
internal static class TaggingReport
{
    public static readonly JsonSerializerOptions Json = new(Wire.Json) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static readonly string Heading =
        $"{"set",-14}{"n",5}{"micro-F1",10}{"P",7}{"R",7}{"macro-F1",10}{"area-F1",9}{"primary",9}{"digital?",10}{"false dig.",11}{"level",7}{"silent",8}{"context",9}";

    public static void Row(string set, TaggingFigures f) => Say(
        $"{set,-14}{f.Listings,5}{f.MicroF1,10:0.000}{f.Precision,7:0.00}{f.Recall,7:0.00}{f.MacroF1,10:0.000}{f.AreaF1,9:0.000}{f.PrimaryAccuracy,9:0.000}{f.DigitalAccuracy,10:0.000}{f.FalseDigital,11:0.000}{f.LevelAccuracy,7:0.00}{f.LevelSilent,8:0.00}{f.ContextF1,9:0.00}");

    /// <summary>Reliability, every competence, and how far chance may have played a part.</summary>
    public static (List<ReliabilityRow> Reliability, IReadOnlyDictionary<string, Interval> Intervals) Print(IReadOnlyList<(LabelledListing Gold, Tagging Found)> pairs, IReadOnlyList<string> codes)
    {
        var reliability = Reliability.Table(pairs);
        Console.WriteLine("\nconfidence   assignments   share right");
        foreach (var row in reliability)
        {
            Say($"{row.From:0.00}–{row.To:0.00}{row.Assignments,12}{row.ShareRight,14:0.00}");
        }

        Console.WriteLine("\ncompetence   labels   found   F1");
        foreach (var (code, labels, found, f1) in TaggingFigures.PerCode(pairs, codes))
        {
            Say($"{code,-10}{labels,9}{found,8}{f1,7:0.00}");
        }

        var intervals = Bootstrap.Of(pairs, codes);
        Console.WriteLine("\n95 % interval (listings drawn again, 1,000 times)");
        foreach (var (name, interval) in intervals)
        {
            Say($"{name,-18}{interval.From:0.000}–{interval.To:0.000}");
        }

        return (reliability, intervals);
    }

    public static void Misses(IEnumerable<(LabelledListing Gold, Tagging Found)> pairs)
    {
        foreach (var (gold, found) in pairs.Where(pair => !pair.Found.Competences.Select(one => one.Code).Order().SequenceEqual(pair.Gold.Competences.Order())))
        {
            Say($"{gold.Id} {gold.Title}\n    gold {string.Join(' ', gold.Competences)}  found {string.Join("; ", found.Competences.Select(one => $"{one.Code} {one.Confidence:0.00} [{string.Join(", ", one.Evidence.Select(e => e.Text))}]"))}");
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
