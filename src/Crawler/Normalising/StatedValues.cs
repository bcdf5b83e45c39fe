using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>Wire values and the portals' plain words for them; any other word is unknown.</summary>
internal static class StatedValues
{
    public static Price Price(string? word) => Read<Price>(word) ?? Bare(word) switch
    {
        "безкоштовно" or "безкоштовний" or "безоплатно" or "безоплатний" => Catalog.Courses.Price.Free,
        "платно" or "платний" => Catalog.Courses.Price.Paid,
        _ => Catalog.Courses.Price.Unknown,
    };

    public static Access Access(string? word) => Read<Access>(word) ?? Catalog.Courses.Access.Unknown;

    public static CourseMode Mode(string? word) => Read<CourseMode>(word) ?? Bare(word) switch
    {
        "self-paced" or "self paced" or "self" or "у власному темпі" or "самостійно" => CourseMode.SelfPaced,
        "instructor-paced" or "instructor" or "instructor paced" or "за розкладом" => CourseMode.Scheduled,
        _ => CourseMode.Unknown,
    };

    public static Credential Credential(string? word) => Read<Credential>(word) ?? Bare(word) switch
    {
        "сертифікат" or "свідоцтво" => Catalog.Courses.Credential.Certificate,
        _ => Catalog.Courses.Credential.Unknown,
    };

    public static Tutor Tutor(string? word) => Read<Tutor>(word) ?? Bare(word) switch
    {
        "так" or "true" or "є" => Catalog.Courses.Tutor.Yes,
        "ні" or "false" or "немає" => Catalog.Courses.Tutor.No,
        _ => Catalog.Courses.Tutor.Unknown,
    };

    private static T? Read<T>(string? word) where T : struct, Enum => Wire.TryParse<T>(Bare(word), out var value) ? value : null;

    private static string? Bare(string? word) => word?.Trim().ToLowerInvariant().Replace('_', '-');
}
