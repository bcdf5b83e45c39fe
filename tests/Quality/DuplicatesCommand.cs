using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Duplicates;

namespace DcCourseIndex.Quality;

/// <summary><c>duplicates FOLDER</c>: compares the clusters with pairs that a person judged. <c>--wrong</c> lists where they differ.</summary>
internal static class DuplicatesCommand
{
    public static int Run(string[] args)
    {
        var showWrong = args.Contains("--wrong");
        var line = new CommandLine([.. args.Where(arg => arg != "--wrong")]);
        foreach (var folder in line.Files)
        {
            Print(DuplicateFigures.Of(DuplicatePairs.Read(folder), TextAnalysis.Load(line.Dictionary)), folder, showWrong);
        }

        return 0;
    }

    private static void Print(DuplicateFigures figures, string folder, bool showWrong)
    {
        Say($"{folder}: {figures.Listings} listings; {figures.Same} pairs are one course, {figures.Found} were found, {figures.Right} of them rightly.");
        Say($"precision {figures.Precision:0.000}, recall {figures.Recall:0.000}");
        Say($"\n{"kind",-28}{"same",6}{"pairs",7}{"right",7}");
        foreach (var kind in figures.Kinds)
        {
            Say($"{kind.Kind,-28}{(kind.Same ? "yes" : "no"),6}{kind.Pairs,7}{kind.Right,7}");
        }

        if (showWrong)
        {
            figures.Wrong.ForEach(Console.WriteLine);
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "duplicates",
            rule = DuplicateRule.Version,
            listings = figures.Listings,
            same = figures.Same,
            found = figures.Found,
            right = figures.Right,
            precision = Math.Round(figures.Precision, 4),
            recall = Math.Round(figures.Recall, 4),
            kinds = figures.Kinds,
        }, Wire.Json));
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
