using System.Text;

namespace DcCourseIndex.Crawler.Sources.Yaml;

/// <summary>Reads the bytes of a configuration file as text, or says why they are none.</summary>
public static class YamlText
{
    /// <summary>A source file is a few hundred bytes; whatever is larger is something else.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without a byte order mark; null where a problem was noted.</summary>
    public static string? Read(string path, string file, ICollection<ConfigProblem> problems)
    {
        byte[] bytes;
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MaxBytes)
            {
                problems.Add(new(file, null, $"The file has {length} bytes, a source file at most {MaxBytes}; this is probably another kind of file: move it out of the folder."));
                return null;
            }
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file, null, $"The file cannot be read ({e.Message}); check its permissions."));
            return null;
        }
        return Decode(bytes, file, problems);
    }

    private static string? Decode(byte[] bytes, string file, ICollection<ConfigProblem> problems)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Add(new(file, 1, "The file is UTF-16; save it as UTF-8."));
            return null;
        }
        var body = bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        if (body.IndexOf((byte)0) is >= 0 and var nul)
        {
            problems.Add(new(file, Line(body, nul), "A NUL byte stands here: this is no text file; write it anew in a text editor."));
            return null;
        }
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException e)
        {
            problems.Add(new(file, Line(body, e.Index), "The text is not UTF-8 from here on; save the file as UTF-8 (it may be windows-1251)."));
            return null;
        }
    }

    private static int Line(ReadOnlySpan<byte> body, int index) => body[..Math.Clamp(index, 0, body.Length)].Count((byte)'\n') + 1;
}
