using System.Net;
using System.Text.RegularExpressions;
using DcCourseIndex.Indexer.Highlighting;

namespace DcCourseIndex.Indexer.Tests.Highlighting;

public sealed class ExcerptTests
{
    [Fact]
    public void Any_text_gives_safe_HTML_and_loses_no_marked_letter()
    {
        var random = new Random(9);
        string[] pieces = ["слово ", "<b>", "&amp;", "\"", "'", "😀", "\ud800", "\n", "довгеслово", "\0", " "];
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 150)).Select(_ => pieces[random.Next(pieces.Length)]));
            Mark[] marks = [.. Enumerable.Range(0, text.Length / 40).Select(at => new Mark(at * 40, random.Next(1, 20))).Where(mark => mark.End <= text.Length)];

            var whole = Excerpt.Whole(text, marks);
            var excerpt = Excerpt.Around(text, marks);

            Assert.All([whole, excerpt], html => Assert.Matches("^([^<>\"']|</?mark>)*$", html.Replace("\n", " ")));
            Assert.Equal(marks.Length, Regex.Count(whole, "<mark>"));
            Assert.Equal(Regex.Count(excerpt, "<mark>"), Regex.Count(excerpt, "</mark>"));
            Assert.InRange(WebUtility.HtmlDecode(Regex.Replace(excerpt, "</?mark>", "")).Length, Math.Min(text.Length, 100), Excerpt.Length + 3);
        }
    }

    [Fact]
    public void The_stretch_with_the_most_matches_is_shown()
    {
        var text = $"перше {new string('а', 300)} друге третє {new string('б', 300)}";
        Mark[] marks = [Of("перше"), Of("друге"), Of("третє")];

        var excerpt = Excerpt.Around(text, marks);

        Assert.Contains("<mark>друге</mark> <mark>третє</mark>", excerpt, StringComparison.Ordinal);
        Assert.DoesNotContain("перше", excerpt, StringComparison.Ordinal);

        Mark Of(string word) => new(text.IndexOf(word, StringComparison.Ordinal), word.Length);
    }
}
