using System.Text.Json;

namespace DcCourseIndex.Crawler.Platforms.MoocHub;

/// <summary>Who offers a course and who teaches it: people are authors, organisations are institutions. Pure.</summary>
internal sealed class MoocHubParties(JsonElement course, int version, string language)
{
    /// <summary>The platform, as it calls itself.</summary>
    public string? Provider => Names(version == 2 ? "moocProvider" : "publisher").FirstOrDefault();

    /// <summary>The institution behind the course; the platform's own name where no other is named.</summary>
    public string? Institution =>
        Names("partnerInstitutes").Concat(Names("partnerInstitute")).Concat(Named("contributor", "Organization")).Concat(Named("creator", "Organization")).FirstOrDefault() ?? Provider;

    public IEnumerable<string> Persons =>
        Named("instructors", "Person").Concat(Named("instructor", "Person")).Concat(Named("creator", "Person"));

    private IEnumerable<string> Names(string member) => MoocHubCourse.Texts(course, member, language);

    // In version 2 a teacher without a type is a person.
    private IEnumerable<string> Named(string member, string type) => MoocHubCourse.Many(course, member)
        .Where(party => (party.Text("type") ?? (member == "instructors" ? "Person" : "")).Equals(type, StringComparison.OrdinalIgnoreCase))
        .Select(party => Words.Unescaped(LocalText.Of(party, language)))
        .OfType<string>();
}
