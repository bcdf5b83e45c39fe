using System.Buffers;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>The tokens of a course's columns in few bytes: what went into the full text, kept so that exactly that can be taken out again.</summary>
internal static class TokenColumns
{
    private const int MostBytes = 5;

    public static byte[] Write(int[][] columns)
    {
        var room = ArrayPool<byte>.Shared.Rent(columns.Sum(column => (column.Length + 1) * MostBytes));
        try
        {
            var end = 0;
            foreach (var column in columns)
            {
                end = Write(room, end, column.Length);
                foreach (var token in column)
                {
                    end = Write(room, end, token);
                }
            }

            return room[..end];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    public static int[][] Read(byte[] bytes)
    {
        List<int[]> columns = [];
        for (var at = 0; at < bytes.Length;)
        {
            var column = new int[Read(bytes, ref at)];
            for (var token = 0; token < column.Length; token++)
            {
                column[token] = Read(bytes, ref at);
            }

            columns.Add(column);
        }

        return [.. columns];
    }

    // Seven bits a byte, the lowest first; every byte but the last has its highest bit.
    private static int Write(byte[] room, int at, int number)
    {
        var left = (uint)number;
        for (; left > 0x7F; left >>= 7)
        {
            room[at++] = (byte)(left | 0x80);
        }

        room[at++] = (byte)left;
        return at;
    }

    private static int Read(byte[] bytes, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }
}
