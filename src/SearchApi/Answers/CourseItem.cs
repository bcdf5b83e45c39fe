using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>A course in an answer. What is not known is left out; the members of a selection are all that is written.</summary>
internal sealed record CourseItem
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>Sanitised HTML; only where one course is asked for.</summary>
    public string? Description { get; init; }
    public required string Url { get; init; }
    public string? Provider { get; init; }
    public string? Publisher { get; init; }
    public required IReadOnlyList<string> Authors { get; init; }
    public required string Source { get; init; }
    public string? Language { get; init; }
    public required IReadOnlyList<string> SubtitleLanguages { get; init; }
    public string? Image { get; init; }
    public required IReadOnlyList<string> Keywords { get; init; }
    public required IReadOnlyList<string> Subjects { get; init; }
    public required string Framework { get; init; }

    /// <summary>Code of the competence with the most content.</summary>
    public string? Primary { get; init; }
    public required IReadOnlyList<CompetenceItem> Competences { get; init; }
    public Level? Level { get; init; }
    public required IReadOnlyList<Context> Context { get; init; }

    /// <summary>Why the purposes are told; one that a librarian set has none.</summary>
    public IReadOnlyList<PurposeItem> ContextEvidence { get; init; } = [];
    public required Price Price { get; init; }
    public required IReadOnlyList<PriceTag> Prices { get; init; }

    /// <summary>The day on which the price was last seen.</summary>
    public DateOnly? PriceSeen { get; init; }
    public required Access Access { get; init; }
    public required CourseMode Mode { get; init; }
    public required Credential Credential { get; init; }
    public required Tutor Tutor { get; init; }
    public string? TutorNote { get; init; }
    public string? Workload { get; init; }
    public string? Duration { get; init; }
    public required IReadOnlyList<CourseInstance> Instances { get; init; }
    public string? Licence { get; init; }
    public required CourseState State { get; init; }
    public required LinkHealth Link { get; init; }

    /// <summary>The address that answers in place of url; only where link is moved.</summary>
    public string? LinkMoved { get; init; }

    /// <summary>When the address was last looked at; only where one course is asked for.</summary>
    public DateTimeOffset? LinkChecked { get; init; }

    /// <summary>Since when link says so; of a gone course the first look that failed. Only where one course is asked for.</summary>
    public DateTimeOffset? LinkSince { get; init; }
    public required DateTimeOffset FirstSeen { get; init; }
    public required DateTimeOffset LastSeen { get; init; }
    public required DateTimeOffset LastChanged { get; init; }

    /// <summary>The fields that a librarian has decided; «competences» where some were added or taken away, or all were confirmed. Only where there are any.</summary>
    public IReadOnlyList<string>? Overrides { get; init; }

    /// <summary>Every place where the course is offered, itself among them.</summary>
    public required IReadOnlyList<OfferItem> Offers { get; init; }

    /// <summary>Higher fits better; comparable within one answer only.</summary>
    public double? Score { get; init; }

    /// <summary>HTML by field that holds no element but mark.</summary>
    public IReadOnlyDictionary<string, string>? Highlights { get; init; }

    /// <summary>How the score came about, in words.</summary>
    public string? Explanation { get; init; }

    /// <summary>The members to write; null means all.</summary>
    [JsonIgnore]
    public IReadOnlySet<string>? Selected { get; init; }
}

/// <summary>One competence of a course, in the codes of the asked framework.</summary>
internal sealed record CompetenceItem(string Code, string Label, double Confidence, IReadOnlyList<Evidence> Evidence);

/// <summary>One purpose of the learner and what it rests on.</summary>
internal sealed record PurposeItem(Context Value, double Confidence, IReadOnlyList<Evidence> Evidence);

/// <summary>One place where the course is offered.</summary>
internal sealed record OfferItem(string Id, string Source, string Url, Price Price, Access Access)
{
    public string? Provider { get; init; }
    public IReadOnlyList<PriceTag>? Prices { get; init; }

    /// <summary>Why this is the same course as the item; absent for the item's own offer.</summary>
    public IReadOnlyList<OfferReason>? Reasons { get; init; }
}

/// <summary>What makes two listings one course. The detail is the address, the key, what the two share, the weightiest first («title, maker, text 0.83», texts from 0 to 1), or who said so; <paramref name="With"/> the listing that it is shared with.</summary>
internal sealed record OfferReason(LinkKind Kind, string Detail, string With);
