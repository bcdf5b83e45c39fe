using System.Xml;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Crawlers;

/// <summary>How browsers and other search programs ask here (OpenSearch 1.1): the page, the feeds, and suggestions while one types.</summary>
internal static class OpenSearchDescription
{
    public const string Type = "application/opensearchdescription+xml";

    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    public static byte[] Of(Uri site, PageTexts texts) => XmlBytes.Of(xml =>
    {
        var lang = texts.Lang == "en" ? "&lang=en" : "";
        xml.WriteStartElement("OpenSearchDescription", Namespace);
        xml.WriteElementString("ShortName", Namespace, texts["site.short"]);
        xml.WriteElementString("Description", Namespace, texts["site.lead"]);
        Url(xml, "text/html", "results", site, $"/?q={{searchTerms}}{lang}");
        Url(xml, "application/atom+xml", "results", site, $"/api/v1/feed?q={{searchTerms}}{lang}");
        Url(xml, "application/rss+xml", "results", site, $"/api/v1/feed?q={{searchTerms}}&format=rss{lang}");
        Url(xml, "application/x-suggestions+json", "suggestions", site, "/api/v1/suggest?q={searchTerms}&format=opensearch");
        xml.WriteElementString("Language", Namespace, texts.Lang);
        xml.WriteElementString("InputEncoding", Namespace, "UTF-8");
        xml.WriteElementString("OutputEncoding", Namespace, "UTF-8");
        xml.WriteEndElement();
    });

    private static void Url(XmlWriter xml, string type, string relation, Uri site, string template)
    {
        xml.WriteStartElement("Url", Namespace);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("rel", relation);
        // The braces of the parameter must reach the reader as they are.
        xml.WriteAttributeString("template", site.AbsoluteUri.TrimEnd('/') + template);
        xml.WriteEndElement();
    }
}
