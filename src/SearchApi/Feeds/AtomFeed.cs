using System.Globalization;
using System.Xml;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Feeds;

/// <summary>A search as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    public const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Of(Feed feed) => XmlBytes.Of(xml =>
    {
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, feed.Texts.Lang);
        Text(xml, "id", feed.Self.AbsoluteUri);
        Text(xml, "title", feed.Title);
        Text(xml, "updated", Time(feed.Updated));
        Author(xml, feed.Texts["site.name"]);
        Link(xml, "self", feed.Self.AbsoluteUri, "application/atom+xml");
        Link(xml, "alternate", feed.Html.AbsoluteUri, "text/html");
        foreach (var course in feed.Courses)
            Entry(xml, feed, course);
        xml.WriteEndElement();
    });

    private static void Entry(XmlWriter xml, Feed feed, CourseItem course)
    {
        var page = feed.Page(course).AbsoluteUri;
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "id", page);
        Text(xml, "title", PlainLine.Of(course.Title));
        Text(xml, "updated", Time(course.LastChanged));
        Text(xml, "published", Time(course.FirstSeen));
        Link(xml, "alternate", page, "text/html");
        if (Uri.TryCreate(course.Url, UriKind.Absolute, out var portal) && portal.Scheme is "http" or "https")
            Link(xml, "related", portal.AbsoluteUri, "text/html");
        foreach (var name in course.Authors.Count > 0 ? course.Authors : [course.Publisher ?? course.Provider ?? course.Source])
            Author(xml, name);
        foreach (var competence in course.Competences)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", $"{course.Framework} {competence.Code}");
            xml.WriteAttributeString("label", PlainLine.Of(competence.Label));
            xml.WriteEndElement();
        }
        if (course.Licence is { } licence)
            Text(xml, "rights", PlainLine.Of(licence));
        if (course.Summary.Length > 0)
            Text(xml, "summary", PlainLine.Xml(course.Summary));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Text(xml, "name", PlainLine.Of(name));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
