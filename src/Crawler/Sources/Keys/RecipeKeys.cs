using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Sources.Keys;

/// <summary>The keys of <c>recipe:</c>, by which a portal that no platform knows is read.</summary>
public static class RecipeKeys
{
    /// <summary>How one value is found and shaped, where its place alone does not say it.</summary>
    public static readonly IReadOnlyList<SourceKey> Way =
    [
        new("select", KeyKind.Text, "CSS selector of the element inside the card or page."),
        new("closest", KeyKind.Text, "CSS selector of the nearest element around the card, or the card itself."),
        new("label", KeyKind.Text, "The label beside which the value stands, as labels: finds it."),
        new("path", KeyKind.Text, "Dotted path of the value in JSON, such as runs[].level; $ is the item itself.") { Example = "partners[0].name" },
        new("value", KeyKind.Text, "This text itself, where the ways before found nothing."),
        new("take", KeyKind.Text, "What of the element: text, own-text (without that of inner elements), html, or the name of an attribute. Left out: text, of meta its content, of time its datetime, of addresses href, src or content.") { Example = "data-id" },
        new("match", KeyKind.Text, "Regular expression without look-around and back references; its first group, else the whole match is the value.") { Example = @"(\d+) годин" },
        new("words", KeyKind.Pairs, "What the value means when it contains a word; without any of them it gives nothing.") { Example = "{ Безкоштовно: free, грн: paid }" },
        new("except", KeyKind.Texts, "Values that are none, where one place holds several kinds.") { Example = "[Українська, Англійська]" },
        new("as", KeyKind.Text, "The text to make of the value, which stands for {}.") { Example = "PT{}M" },
        new("split", KeyKind.Text, "What separates several values in one text.") { Example = "\",\"" },
        new("lookup", KeyKind.Mapping, "The value is the key of another list of the same JSON answer, which holds its name.") { Example = "{ in: products, by: id, give: name }", Inner =
        [
            new("in", KeyKind.Text, "Path of that list from the root of the answer.") { IsRequired = true },
            new("by", KeyKind.Text, "Its member that holds the key.") { IsRequired = true },
            new("give", KeyKind.Text, "Its member that holds the name.") { IsRequired = true },
        ] },
    ];

    /// <summary>The fields of a course, each found by ways.</summary>
    public static readonly IReadOnlyList<SourceKey> Fields =
    [
        Field("title", "The course's name."),
        Field("url", "Its address; what is a course is told by it, where there is no id."),
        Field("id", "The portal's own identifier that never changes; the address where it is left out."),
        Field("summary", "A short text."),
        Field("description", "The long text; HTML where take: html says so."),
        Field("language", "A language by code or name."),
        Field("subtitles", "Languages of subtitles."),
        Field("provider", "The portal that offers it, where it is not the source itself."),
        Field("publisher", "The university or other body that made it."),
        Field("authors", "Teachers."),
        Field("keywords", "Keywords."),
        Field("subjects", "The portal's own subjects."),
        Field("level", "The level in the portal's words."),
        Field("price", "free, free-to-study or paid, or the portal's word for it."),
        Field("amount", "A price in figures, such as «14 000 грн»; 0 is free."),
        Field("currency", "The currency of the amount, where its text does not name it."),
        Field("access", "open, guest, self, key or invitation."),
        Field("mode", "self-paced or scheduled."),
        Field("credential", "certificate, record or none."),
        Field("tutor", "yes or no."),
        Field("tutorNote", "Who helps, and how they are reached."),
        Field("workload", "Hours of work: ISO 8601 or words."),
        Field("duration", "Length: ISO 8601 or words."),
        Field("licence", "The licence or its address."),
        Field("image", "The address of its picture."),
        new("instances", KeyKind.Mapping, "Its runs with their dates.") { Example = "{ items: \"runs\", start: start_date }", Inner =
        [
            new("items", KeyKind.Texts, "Where a run stands: selectors or paths, of which the first that finds any counts; the card itself where it is left out."),
            Field("start", "First day."), Field("end", "Last day."), Field("enrolmentStart", "First day to enrol."), Field("enrolmentEnd", "Last day to enrol."),
        ] },
    ];

    private static readonly string[] Formats = ["html", "json"];

    /// <summary>The recipe itself.</summary>
    public static readonly SourceKey Recipe = new("recipe", KeyKind.Mapping, "How a portal that no platform knows is read: where its courses are listed, and where on a page each value stands.")
    {
        Platforms = ["recipe"],
        Example = "{ list: { at: /courses/, items: .course-card, fields: { title: h3, url: a } } }",
        Inner =
        [
            new("order", KeyKind.Texts, "What is tried, in this order: sitemap (its addresses that fit links:), html or json (the list), json-ld (schema.org on the pages of courses, before or after the own fields). Only the list where it is left out.")
            {
                Allowed = ["sitemap", "json-ld", "html", "json"], Example = "[sitemap, json-ld, html]",
            },
            new("list", KeyKind.Mapping, "The pages that list the courses.") { Example = "{ at: /courses/, items: .course-card, fields: { title: h3, url: a } }", Inner =
            [
                new("format", KeyKind.Word, "html, or json for an interface; html where it is left out.") { Allowed = Formats },
                new("at", KeyKind.Texts, "Addresses of the lists below the portal's root.") { IsRequired = true, Example = "/courses/" },
                new("items", KeyKind.Texts, "Where one course stands: selectors or paths, of which the first that finds any counts.") { IsRequired = true, Example = ".course-card" },
                new("next", KeyKind.Ways, "The address of the next page."),
                Page(),
                new("total", KeyKind.Ways, "How many courses the portal says that it has."),
                Changes(),
                FieldsOf("What a card says of its course."),
            ] },
            new("links", KeyKind.Texts, "Which addresses are courses: paths with stars, after ! those that are none, or full addresses where courses lie on another host that may be asked too.") { Example = "[\"/course/*\"]" },
            new("detail", KeyKind.Mapping, "The course's own page, asked for once for each course; what it says goes before what the card says.") { Example = "{ fields: { title: h1 } }", Inner =
            [
                new("at", KeyKind.Text, "Its address, where it is not the course's: {id} or {url} stand in it.") { Example = "/api/courses/{id}/" },
                new("format", KeyKind.Word, "html, or json; html where it is left out.") { Allowed = Formats },
                new("labels", KeyKind.Mapping, "Where labels with values stand, such as «Тривалість: 5 годин».") { Example = "{ rows: \".info li\", name: .name, value: .value }", Inner =
                [
                    new("rows", KeyKind.Text, "CSS selector of one label with its value.") { IsRequired = true },
                    new("name", KeyKind.Text, "CSS selector of the label in the row; before the first colon where it is left out."),
                    new("value", KeyKind.Text, "CSS selector of the value in the row, or next for the element after the row; the rest of the row where it is left out."),
                ] },
                FieldsOf("What the page says of the course."),
            ] },
            new("fixed", KeyKind.Mapping, "What is true of all its courses, where they say nothing else themselves.") { Example = "{ price: free }", Inner =
            [
                new("language", KeyKind.Text, "The language of its courses."),
                new("provider", KeyKind.Text, "The portal that offers them."),
                new("publisher", KeyKind.Text, "The body that made them."),
                new("keywords", KeyKind.Texts, "Keywords of all."),
                new("subjects", KeyKind.Texts, "Subjects of all."),
                new("level", KeyKind.Word, "Their level.") { Allowed = Wire.All<Level>() },
                new("price", KeyKind.Word, "Their price class.") { Allowed = Wire.All<Price>() },
                new("access", KeyKind.Word, "How one gets in.") { Allowed = Wire.All<Access>() },
                new("mode", KeyKind.Word, "In one's own time or by dates.") { Allowed = Wire.All<CourseMode>() },
                new("credential", KeyKind.Word, "What one gets at the end.") { Allowed = Wire.All<Credential>() },
                new("tutor", KeyKind.Word, "Whether somebody helps.") { Allowed = Wire.All<Tutor>() },
                new("licence", KeyKind.Text, "Their licence."),
            ] },
        ],
    };

    private static SourceKey Field(string name, string meaning) => new(name, KeyKind.Ways, meaning);

    private static SourceKey FieldsOf(string meaning) => new("fields", KeyKind.Mapping, meaning) { Inner = Fields, Example = "{ title: h3, url: a }" };

    private static SourceKey Page() => new("page", KeyKind.Mapping, "How pages are numbered, where there is no link to the next.") { Example = "{ parameter: page }", Inner =
    [
        new("parameter", KeyKind.Text, "The parameter of the address that holds the number.") { Example = "page" },
        new("at", KeyKind.Text, "The address of the pages after the first, with {} for the number, where it is no parameter.") { Example = "/courses/page/{}/" },
        new("first", KeyKind.Number, "The number of the first page; 1 where it is left out."),
        new("step", KeyKind.Number, "By how much the number grows; 1 where it is left out."),
        new("mark", KeyKind.Ways, "The next page's number or mark, where the page itself names it."),
        new("stop", KeyKind.Texts, "How a list may end: missing (404), empty, repeated (only known courses); another end is an alarm. All three where it is left out.") { Allowed = ["missing", "empty", "repeated"] },
    ] };

    private static SourceKey Changes() => new("changes", KeyKind.Mapping, "An interface that lists only what changed since a day.") { Example = "{ parameter: last_modified, as: \"gte {}\" }", Inner =
    [
        new("parameter", KeyKind.Text, "The parameter that takes the day.") { IsRequired = true },
        new("as", KeyKind.Text, "How the day is written, {} for 2026-11-20."),
        new("days", KeyKind.Number, "After so many days everything is listed again; 14 where it is left out."),
    ] };
}
