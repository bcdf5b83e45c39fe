using System.Globalization;
using System.Net;
using System.Xml;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Feeds;

/// <summary>A search as RSS 2.0. Readers take a description for HTML, so that its text is escaped for HTML before it is for XML.</summary>
internal static class RssFeed
{
    public static byte[] Of(Feed feed) => XmlBytes.Of(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomFeed.Namespace);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("link", feed.Html.AbsoluteUri);
        xml.WriteElementString("description", feed.Texts["site.lead"]);
        xml.WriteElementString("language", feed.Texts.Lang);
        xml.WriteElementString("lastBuildDate", Time(feed.Updated));
        xml.WriteStartElement("link", AtomFeed.Namespace);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", feed.Self.AbsoluteUri);
        xml.WriteEndElement();
        foreach (var course in feed.Courses)
            Item(xml, feed, course);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Item(XmlWriter xml, Feed feed, CourseItem course)
    {
        var page = feed.Page(course).AbsoluteUri;
        xml.WriteStartElement("item");
        xml.WriteElementString("title", PlainLine.Of(course.Title));
        xml.WriteElementString("link", page);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "true");
        xml.WriteString(page);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Time(course.LastChanged));
        foreach (var competence in course.Competences)
            xml.WriteElementString("category", PlainLine.Of($"{competence.Code} {competence.Label}"));
        if (course.Summary.Length > 0)
            xml.WriteElementString("description", WebUtility.HtmlEncode(PlainLine.Xml(course.Summary)));
        xml.WriteEndElement();
    }

    /// <summary>RFC 822 with four digits of the year, as RSS asks.</summary>
    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
}
