using System.Text;

namespace DcCourseIndex.Crawler.Platforms.Folder;

/// <summary>Opens a file as text in the charset that it is really in: by byte order mark, as UTF-8 where it mostly is, else windows-1251. Looks through the whole file first, in bounded memory, because a long table may begin with ASCII alone.</summary>
internal static class FileText
{
    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <summary>The text behind the mark. <paramref name="open"/> is called twice, and the second stream belongs to the reader.</summary>
    public static StreamReader Open(Func<Stream> open)
    {
        Encoding charset;
        using (var look = open()) charset = Charset(look);
        return new StreamReader(open(), charset, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
    }

    private static Encoding Charset(Stream stream)
    {
        var bytes = new byte[64 * 1024];
        var chars = new char[64 * 1024 + 16];
        var decoder = Encoding.UTF8.GetDecoder();
        var (replaced, letters) = (0L, 0L);
        for (int read; (read = stream.Read(bytes)) > 0;)
        {
            var length = decoder.GetChars(bytes, 0, read, chars, 0, flush: false);
            foreach (var letter in chars.AsSpan(0, length))
            {
                if (letter == '\uFFFD') replaced++;
                else if (letter > '\u007F') letters++;
            }
        }

        // A cut or patched UTF-8 file has few bad places; one in windows-1251 has nothing else.
        return replaced <= letters ? Encoding.UTF8 : Windows1251;
    }
}
