using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>Gathers what a run as a whole looks like, course by course: nothing of a course is kept but its title and address.</summary>
internal sealed class RunPicture
{
    private readonly Counted titles = new();
    private readonly Counted links = new();
    private readonly FieldCompleteness filled = new();

    public int Found { get; private set; }
    public int Known { get; private set; }
    public int Retitled { get; private set; }
    public FreshValues Titles => titles.Values;
    public FreshValues Links => links.Values;
    public IReadOnlyDictionary<string, double> Filled => filled.Shares();

    public void Add(ListedCourse listed)
    {
        var (course, standing) = listed;
        Found++;
        filled.Add(course);
        if (standing is not null)
        {
            Known++;
            Retitled += standing.Title == course.Title ? 0 : 1;
        }

        if (standing?.Title != course.Title)
        {
            titles.Add(course.Title);
        }

        if (standing?.Url != course.Url)
        {
            links.Add(course.Url);
        }
    }

    private sealed class Counted
    {
        private readonly Dictionary<string, int> times = new(StringComparer.OrdinalIgnoreCase);

        public FreshValues Values => times.Count == 0 ? FreshValues.None : Of(times.MaxBy(pair => pair.Value));

        public void Add(string value) => times[value] = times.GetValueOrDefault(value) + 1;

        private FreshValues Of(KeyValuePair<string, int> commonest) => new(times.Values.Sum(), commonest.Key, commonest.Value);
    }
}
