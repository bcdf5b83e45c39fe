using System.Xml;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Sru;

/// <summary>What the service can do, in the ZeeRex description that explain answers with.</summary>
internal static class SruExplain
{
    public const string Namespace = "http://explain.z3950.org/dtd/2.0/";

    public static void Write(XmlWriter xml, Uri address, SruDialect dialect) => Within(xml, "explain", () =>
    {
        Within(xml, "serverInfo", () =>
        {
            Text(xml, "host", address.Host);
            Text(xml, "port", XmlConvert.ToString(address.Port));
            Text(xml, "database", address.AbsolutePath.TrimStart('/'));
        }, ("protocol", "SRU"), ("version", dialect.Version), ("transport", address.Scheme), ("method", "GET"));
        Within(xml, "databaseInfo", () =>
        {
            foreach (var texts in new[] { PageTexts.In("uk"), PageTexts.English })
                Titled(xml, "title", texts["site.name"], ("lang", texts.Lang), ("primary", texts.Lang == "uk" ? "true" : "false"));
            foreach (var texts in new[] { PageTexts.In("uk"), PageTexts.English })
                Titled(xml, "description", texts["site.lead"], ("lang", texts.Lang), ("primary", texts.Lang == "uk" ? "true" : "false"));
        });
        Within(xml, "indexInfo", () => Indexes(xml));
        Within(xml, "schemaInfo", () =>
        {
            foreach (var schema in SruSchema.All)
                Within(xml, "schema", () => Text(xml, "title", schema.Title), ("identifier", schema.Identifier), ("name", schema.Name), ("retrieve", "true"), ("sort", "false"));
        });
        Within(xml, "configInfo", () =>
        {
            Titled(xml, "default", XmlConvert.ToString(SruRequest.DefaultCount), ("type", "numberOfRecords"));
            Titled(xml, "default", "cql", ("type", "contextSet"));
            Titled(xml, "default", "serverChoice", ("type", "index"));
            Titled(xml, "default", "all", ("type", "relation"));
            Titled(xml, "default", "dc", ("type", "retrieveSchema"));
            Titled(xml, "setting", XmlConvert.ToString(SruRequest.MostCount), ("type", "maximumRecords"));
            foreach (var relation in CqlNames.Relations)
                Titled(xml, "supports", relation, ("type", "relation"));
            foreach (var joined in CqlNames.Booleans)
                Titled(xml, "supports", joined, ("type", "booleanOperator"));
        });
    });

    private static void Indexes(XmlWriter xml)
    {
        foreach (var (name, identifier) in CqlNames.Sets)
            Within(xml, "set", () => Text(xml, "title", name), ("identifier", identifier), ("name", name));
        foreach (var (_, set, name, title) in CqlNames.All)
        {
            Within(xml, "index", () =>
            {
                Text(xml, "title", title);
                Within(xml, "map", () => Titled(xml, "name", name, ("set", set)));
            }, ("search", "true"), ("scan", "false"), ("sort", "false"));
        }
    }

    private static void Titled(XmlWriter xml, string name, string text, params (string Name, string Value)[] attributes) => Within(xml, name, () => xml.WriteString(text), attributes);

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    private static void Within(XmlWriter xml, string name, Action content, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
        content();
        xml.WriteEndElement();
    }
}
