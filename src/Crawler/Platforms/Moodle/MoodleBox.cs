namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>One course as a public page shows it. <paramref name="Id"/> is Moodle's own number; the site itself is 1.</summary>
internal sealed record MoodleBox(long Id, string Title)
{
    /// <summary>Everything that the portal shows of this course is in this box; false: a collapsed box or a bare link, the rest is on its information page.</summary>
    public bool Complete { get; init; }

    /// <summary>Inner HTML, as found.</summary>
    public string? Summary { get; init; }

    /// <summary>A wire value; null where no icon says anything.</summary>
    public string? Access { get; init; }

    /// <summary>An icon of a payment plugin stands at the course.</summary>
    public bool Paid { get; init; }
    public IReadOnlyList<string> Teachers { get; init; } = [];
    public string? Image { get; init; }
    public IReadOnlyList<MoodleField> Fields { get; init; } = [];

    /// <summary>The category that the box itself names, as search results and some themes do.</summary>
    public long? Category { get; init; }
    public string? CategoryName { get; init; }

    /// <summary>True where the page that shows it reserves text and data mining.</summary>
    public bool? Reserved { get; init; }

    /// <summary>What this box does not tell, taken from the course's other appearance.</summary>
    public MoodleBox With(MoodleBox other) => this with
    {
        Title = Title.Length > 0 ? Title : other.Title,
        Complete = Complete || other.Complete,
        Summary = Summary ?? other.Summary,
        Access = Access ?? other.Access,
        Paid = Paid || other.Paid,
        Teachers = Teachers.Count > 0 ? Teachers : other.Teachers,
        Image = Image ?? other.Image,
        Fields = Fields.Count > 0 ? Fields : other.Fields,
        Category = Category ?? other.Category,
        CategoryName = CategoryName ?? other.CategoryName,
        Reserved = Reserved ?? other.Reserved,
    };
}

/// <summary>A custom field of a course: <paramref name="ShortName"/> is the administrator's, <paramref name="Name"/> and <paramref name="Value"/> are what people read.</summary>
internal sealed record MoodleField(string ShortName, string Name, string Value);
