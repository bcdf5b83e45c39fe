using DcCourseIndex.SearchApi.Browse;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Browse;

public sealed class StandingAnswersTests : IDisposable
{
    private readonly SampleSearcher searcher = new(SampleCourses.All, SampleFrameworks.All);
    private int found;

    [Fact]
    public void While_the_index_stands_still_an_answer_is_found_once()
    {
        var answers = new StandingAnswers<string, int>(searcher, 10);

        Assert.Equal((1, 1, 2), (answers.Of("a", Find), answers.Of("a", Find), answers.Of("b", Find)));
    }

    [Fact]
    public void Once_the_index_has_moved_it_is_found_again()
    {
        var answers = new StandingAnswers<string, int>(searcher, 10);
        answers.Of("a", Find);

        Move();

        Assert.Equal((2, 2), (answers.Of("a", Find), answers.Of("a", Find)));
    }

    [Fact]
    public void What_was_found_while_the_index_moved_is_not_kept()
    {
        var answers = new StandingAnswers<string, int>(searcher, 10);

        answers.Of("a", () =>
        {
            Move();
            return Find();
        });

        Assert.Equal(2, answers.Of("a", Find));
    }

    [Fact]
    public void No_more_are_kept_than_were_asked_for()
    {
        var answers = new StandingAnswers<int, int>(searcher, 3);
        for (var key = 0; key < 4; key++)
            answers.Of(key, Find);

        Assert.Equal((5, 4), (answers.Of(0, Find), answers.Of(3, Find)));
    }

    public void Dispose() => searcher.Dispose();

    private int Find() => ++found;

    private void Move() => searcher.Position = searcher.Position with { Revision = searcher.Position.Revision + 1 };
}
