using DcCourseIndex.Indexer.Engines.Fts5;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Query;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Query;

public sealed class SynonymRingsTests : IDisposable
{
    private static readonly string[][] Rings =
    [
        ["робота", "job"],
        ["робот", "robot"],
        ["пошук роботи", "пошук вакансій", "job search"],
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("робота", "job")]
    [InlineData("робот", "robot")]
    [InlineData("роботу", "job robot")]
    [InlineData("robots", "робот")]
    [InlineData("пошук роботи", "пошук вакансій|job search")]
    [InlineData("шукати", "")]
    public void A_word_in_its_base_form_is_no_form_of_another_word(string typed, string alternatives)
    {
        var analysis = SmallDictionary();
        var query = new QueryReader(analysis, Ground.Frameworks).Read(typed, "digcomp-2.2").Units.SelectMany(unit => unit.Meant).ToList();

        var match = new SynonymRings(Rings, analysis).At(query, 0);

        var expected = alternatives.Split(alternatives.Contains('|', StringComparison.Ordinal) ? '|' : ' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => string.Join(' ', analysis.Analyse(text).Select(token => token.Terms[0])));
        Assert.Equal(expected, match?.Alternatives.Select(places => string.Join(' ', places.Select(terms => terms[0]))) ?? []);
    }

    [Fact]
    public void The_rings_of_the_project_lead_from_one_language_to_the_other()
    {
        var rings = new SynonymRings(Ground.Rings, Ground.Analysis);

        Assert.Contains("signatur", One("підпис"));
        Assert.Contains("підпис", One("signatures"));

        IEnumerable<string> One(string word) => rings.At([Ground.Analysis.Analyse(word)[0].Terms], 0)!.Alternatives.SelectMany(places => places[0]);
    }

    // «роботу» is of «робота» and, by a made-up paradigm, of «робот»; so is the base form «робота».
    private TextAnalysis SmallDictionary()
    {
        var words = Path.Combine(_folder.Path, "uk.dic");
        File.WriteAllText(words, "4\nробот/b\nробота/a\nпошук\nвакансій\n");
        File.WriteAllText(Path.ChangeExtension(words, ".aff"), "SET UTF-8\nFLAG UTF-8\nSFX a Y 2\nSFX a а у а\nSFX a а и а\nSFX b Y 2\nSFX b 0 а т\nSFX b 0 у т\n");
        return TextAnalysis.Load(words);
    }

    [Fact]
    public void Other_rings_take_effect_while_an_index_is_searched()
    {
        var synonyms = new Synonyms(new([["комп'ютер", "компик"]], []));
        foreach (var open in new[]
        {
            new OpenIndex(folder => Fts5Engine.Create(Ground.Analysis, Ground.Frameworks, TimeProvider.System).OpenIndex(folder), (folder, time) => Fts5Engine.Create(Ground.Analysis, Ground.Frameworks, time, synonyms).OpenSearcher(folder)),
            new OpenIndex(folder => PostingsEngine.Create(Ground.Analysis, Ground.Frameworks, TimeProvider.System).OpenIndex(folder), (folder, time) => PostingsEngine.Create(Ground.Analysis, Ground.Frameworks, time, synonyms).OpenSearcher(folder)),
        })
        {
            using (open)
            {
                synonyms.Replace(new([["комп'ютер", "компик"]], []));
                open.Put(Invented.Course("a.1", "Комп'ютер"), Invented.Course("a.2", "Порося"));
                Assert.Equal(["a.1"], open.Ids("компик"));

                synonyms.Replace(new([["порося", "компик"], ["один", "два"]], []));

                Assert.Equal(["a.2"], open.Ids("компик"));
                Assert.Equal(2, synonyms.Words.Rings.Count);
            }
        }
    }
}
