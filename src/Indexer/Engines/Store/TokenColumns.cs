namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>The tokens of a course's columns in few bytes: what went into the full text, kept so that exactly that can be taken out again.</summary>
internal static class TokenColumns
{
    public static byte[] Write(int[][] columns)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var column in columns)
        {
            writer.Write7BitEncodedInt(column.Length);
            foreach (var token in column)
            {
                writer.Write7BitEncodedInt(token);
            }
        }

        return bytes.ToArray();
    }

    public static int[][] Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        List<int[]> columns = [];
        while (reader.BaseStream.Position < bytes.Length)
        {
            var column = new int[reader.Read7BitEncodedInt()];
            for (var i = 0; i < column.Length; i++)
            {
                column[i] = reader.Read7BitEncodedInt();
            }

            columns.Add(column);
        }

        return [.. columns];
    }
}
