using System.Text;
using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Tests.Engines.Store;

public sealed class CyrillicBytesTests
{
    private static readonly string[] Letters = ["а", "Я", "ї", "ґ", "Ѐ", "ѿ", "Ҁ", "ԯ", "a", "Z", "{", "\"", " ", "é", "’", "«", "…", "漢", "😀", "\u007F", "\u0080", "\uFFFD"];

    [Fact]
    public void Text_comes_back_as_it_was()
    {
        var random = new Random(3);
        for (var round = 0; round < 2_000; round++)
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Letters[random.Next(Letters.Length)])));
            var room = new byte[CyrillicBytes.Most(text.Length)];
            var written = room.AsSpan(0, CyrillicBytes.Write(text, room));
            var back = new byte[text.Length];

            Assert.True(CyrillicBytes.TryRead(written, back));
            Assert.Equal(text, back);
        }
    }

    [Fact]
    public void A_Cyrillic_letter_takes_one_byte() => Assert.Equal(7, CyrillicBytes.Write(Encoding.UTF8.GetBytes("безпека"), new byte[32]));

    [Theory]
    [InlineData(new byte[] { 0x61 }, 2)]
    [InlineData(new byte[] { 0x61, 0x62 }, 1)]
    [InlineData(new byte[] { 0x90 }, 1)]
    [InlineData(new byte[] { 1 }, 3)]
    [InlineData(new byte[] { 1, 0xE2, 0x80 }, 3)]
    public void What_was_not_written_so_is_refused(byte[] written, int length) => Assert.False(CyrillicBytes.TryRead(written, new byte[length]));
}
