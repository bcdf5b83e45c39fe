using System.Text;
using System.Xml;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>A whole XML document in UTF-8.</summary>
internal static class XmlBytes
{
    public static byte[] Of(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            write(xml);
        return bytes.ToArray();
    }
}
