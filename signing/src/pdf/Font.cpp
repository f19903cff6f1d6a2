// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/pdf/Font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <mutex>

#include "congvu/signing/SigningError.h"
#include "crypto/OpenSsl.h"
#include "pdf/ArchiveProfile.h"
#include "pdf/FontNative.h"
#include "pdf/StreamDecoder.h"
#include "pdf/Unicode.h"

namespace congvu::signing {
namespace {

using crypto::Deleter;
using FacePointer = std::unique_ptr<hb_face_t, Deleter<hb_face_destroy>>;
using BlobPointer = std::unique_ptr<hb_blob_t, Deleter<hb_blob_destroy>>;
using HarfBuzzFontPointer = std::unique_ptr<hb_font_t, Deleter<hb_font_destroy>>;
using SubsetInputPointer = std::unique_ptr<hb_subset_input_t, Deleter<hb_subset_input_destroy>>;

constexpr std::size_t kCachedSubsets = 64;

ByteView dataOf(hb_blob_t* blob) {
    unsigned int size = 0;
    const char* data = hb_blob_get_data(blob, &size);
    return {reinterpret_cast<const std::uint8_t*>(data), size};
}

int signedAt(ByteView table, std::size_t offset) {
    if (offset + 2 > table.size()) {
        return 0;
    }
    return static_cast<std::int16_t>(table[offset] << 8 | table[offset + 1]);
}

std::string postScriptName(hb_face_t* face) {
    char buffer[128];
    unsigned int size = sizeof buffer;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, buffer);
    std::string name(buffer, std::min<std::size_t>(size, sizeof buffer - 1));
    std::erase_if(name, [](char c) { return !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-'); });
    return name.empty() ? "Font" : name;
}

/// The six capital letters before a subset's name (ISO 32000-2, 9.9.2), made from its letters.
std::string subsetTag(const std::vector<char32_t>& letters) {
    const ByteView raw(reinterpret_cast<const std::uint8_t*>(letters.data()), letters.size() * sizeof(char32_t));
    const Bytes digest = crypto::digest("SHA256", raw);
    std::string tag;
    for (std::size_t index = 0; index < 6; ++index) {
        tag += static_cast<char>('A' + digest[index] % 26);
    }
    return tag;
}

/// ToUnicode CMap (ISO 32000-2, 9.10.3).
std::string unicodeMap(const std::vector<std::pair<std::uint32_t, char32_t>>& glyphs) {
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement "
        "0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr std::size_t kBlock = 100;
    for (std::size_t start = 0; start < glyphs.size(); start += kBlock) {
        const std::size_t end = std::min(glyphs.size(), start + kBlock);
        map += std::to_string(end - start) + " beginbfchar\n";
        for (std::size_t index = start; index < end; ++index) {
            std::string utf8;
            pdf::appendUtf8(utf8, glyphs[index].second);
            const std::string utf16 = pdf::utf16TextString(utf8).substr(2);
            char glyph[16];
            std::snprintf(glyph, sizeof glyph, "<%04X> <", glyphs[index].first);
            map += glyph + crypto::toUpperHex(viewOf(utf16)) + ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend";
}

}  // namespace

/// The face and the subsets that were made from it.
struct Font::Native {
    FacePointer face;
    std::mutex mutex;
    std::deque<std::pair<std::vector<char32_t>, std::shared_ptr<const pdf::FontSubset>>> cache;
};

Font::Font(std::unique_ptr<Native> native) : native_(std::move(native)) {}
Font::~Font() = default;

std::shared_ptr<const Font> Font::load(const std::filesystem::path& file) {
    const BlobPointer blob(hb_blob_create_from_file_or_fail(file.c_str()));
    if (blob == nullptr) {
        throw SigningError(ErrorCode::unreadableFont, "font file cannot be read: " + file.filename().string());
    }
    auto native = std::make_unique<Native>();
    native->face.reset(hb_face_create(blob.get(), 0));
    const BlobPointer outlines(hb_face_reference_table(native->face.get(), HB_TAG('g', 'l', 'y', 'f')));
    if (hb_face_get_glyph_count(native->face.get()) == 0 || hb_blob_get_length(outlines.get()) == 0) {
        throw SigningError(ErrorCode::unreadableFont, "not a TrueType font: " + file.filename().string());
    }
    return std::shared_ptr<const Font>(new Font(std::move(native)));
}

namespace pdf {
namespace {

FacePointer cutOut(hb_face_t* face, const std::vector<char32_t>& letters) {
    const SubsetInputPointer input(hb_subset_input_create_or_fail());
    hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
    for (const char32_t letter : letters) {
        hb_set_add(wanted, letter);
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    FacePointer subset(hb_subset_or_fail(face, input.get()));
    if (subset == nullptr) {
        throw SigningError(ErrorCode::unreadableFont, "the font cannot be subset");
    }
    return subset;
}

void takeMetrics(hb_face_t* face, hb_font_t* font, double scale, FontSubset& out) {
    const auto metric = [&](hb_ot_metrics_tag_t tag, double otherwise) {
        hb_position_t value = 0;
        return hb_ot_metrics_get_position(font, tag, &value) ? value * scale : otherwise;
    };
    out.ascent = metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 900);
    out.descent = metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -200);
    out.capHeight = metric(HB_OT_METRICS_TAG_CAP_HEIGHT, 700);
    const BlobPointer head(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd')));
    for (std::size_t index = 0; index < 4; ++index) {
        out.box[index] = static_cast<int>(signedAt(dataOf(head.get()), 36 + 2 * index) * scale);
    }
    const BlobPointer post(hb_face_reference_table(face, HB_TAG('p', 'o', 's', 't')));
    out.italicAngle = signedAt(dataOf(post.get()), 4);
}

void takeGlyphs(hb_font_t* font, const std::vector<char32_t>& letters, double scale, FontSubset& out) {
    std::vector<std::pair<std::uint32_t, char32_t>> mapped;
    out.widths = "[";
    for (const char32_t letter : letters) {
        hb_codepoint_t glyph = 0;
        if (!hb_font_get_nominal_glyph(font, letter, &glyph)) {
            continue;
        }
        const double advance = hb_font_get_glyph_h_advance(font, glyph) * scale;
        out.glyphs[letter] = {glyph, advance};
        mapped.emplace_back(glyph, letter);
        char width[48];
        std::snprintf(width, sizeof width, "%u[%.0f]", glyph, advance);
        out.widths += width;
    }
    out.widths += "]";
    std::sort(mapped.begin(), mapped.end());
    const std::string map = unicodeMap(mapped);
    out.toUnicode = deflate(viewOf(map));
}

std::shared_ptr<const FontSubset> makeSubset(hb_face_t* face, const std::vector<char32_t>& letters) {
    const FacePointer cut = cutOut(face, letters);
    const HarfBuzzFontPointer font(hb_font_create(cut.get()));
    const double scale = 1000.0 / hb_face_get_upem(cut.get());
    auto subset = std::make_shared<FontSubset>();
    subset->name = subsetTag(letters) + '+' + postScriptName(face);
    const BlobPointer blob(hb_face_reference_blob(cut.get()));
    subset->file = deflate(dataOf(blob.get()));
    subset->fileSize = dataOf(blob.get()).size();
    subset->glyphCount = hb_face_get_glyph_count(cut.get());
    takeMetrics(cut.get(), font.get(), scale, *subset);
    takeGlyphs(font.get(), letters, scale, *subset);
    return subset;
}

}  // namespace

double FontSubset::widthOf(const std::vector<char32_t>& text) const {
    double width = 0;
    for (const char32_t letter : text) {
        const auto found = glyphs.find(letter);
        width += found == glyphs.end() ? 500 : found->second.advance;
    }
    return width / 1000;
}

std::string FontSubset::encode(const std::vector<char32_t>& text) const {
    std::string out = "<";
    for (const char32_t letter : text) {
        const auto found = glyphs.find(letter);
        char code[8];
        std::snprintf(code, sizeof code, "%04X", found == glyphs.end() ? 0u : found->second.index & 0xFFFFu);
        out += code;
    }
    return out + ">";
}

std::vector<char32_t> composedText(std::string_view utf8) {
    std::vector<char32_t> out;
    for (const char32_t letter : codePointsOf(utf8)) {
        hb_codepoint_t composed = 0;
        if (!out.empty() && hb_unicode_compose(hb_unicode_funcs_get_default(), out.back(), letter, &composed)) {
            out.back() = composed;
        } else {
            out.push_back(letter < 0x20 || letter == 0x7F ? U' ' : letter);
        }
    }
    return out;
}

std::shared_ptr<const FontSubset> subsetOf(const Font& font, const std::vector<char32_t>& text) {
    std::vector<char32_t> letters = text;
    std::sort(letters.begin(), letters.end());
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    Font::Native& native = font.native();
    const std::lock_guard lock(native.mutex);
    for (const auto& [known, subset] : native.cache) {
        if (known == letters) {
            return subset;
        }
    }
    auto subset = makeSubset(native.face.get(), letters);
    native.cache.emplace_front(std::move(letters), subset);
    if (native.cache.size() > kCachedSubsets) {
        native.cache.pop_back();
    }
    return subset;
}

namespace {

Object fontDescriptor(const FontSubset& subset, ObjectNumber file) {
    constexpr std::int64_t kSymbolic = 4;
    constexpr std::int64_t kItalic = 64;
    std::vector<Object> box;
    for (const int side : subset.box) {
        box.push_back(Object::integer(side));
    }
    return Object::dictionary({{"Type", Object::name("FontDescriptor")},
                               {"FontName", Object::name(subset.name)},
                               {"Flags", Object::integer(kSymbolic | (subset.italicAngle != 0 ? kItalic : 0))},
                               {"FontBBox", Object::array(std::move(box))},
                               {"ItalicAngle", Object::real(subset.italicAngle)},
                               {"Ascent", Object::real(subset.ascent)},
                               {"Descent", Object::real(subset.descent)},
                               {"CapHeight", Object::real(subset.capHeight)},
                               {"StemV", Object::integer(80)},
                               {"FontFile2", Object::reference(file)}});
}

Object descendantFont(const FontSubset& subset, ObjectNumber descriptor) {
    const Object system = Object::dictionary(
        {{"Registry", Object::bytes("Adobe")}, {"Ordering", Object::bytes("Identity")}, {"Supplement", Object::integer(0)}});
    return Object::dictionary({{"Type", Object::name("Font")},
                               {"Subtype", Object::name("CIDFontType2")},
                               {"BaseFont", Object::name(subset.name)},
                               {"CIDSystemInfo", system},
                               {"CIDToGIDMap", Object::name("Identity")},
                               {"FontDescriptor", Object::reference(descriptor)},
                               {"W", Object::realToken(subset.widths)}});
}

/// Bits of the CIDs that the subset holds (ISO 32000-1, 9.8.3.2): all of its glyphs.
Bytes cidSetOf(std::size_t glyphCount) {
    Bytes bits((glyphCount + 7) / 8, 0);
    for (std::size_t glyph = 0; glyph < glyphCount; ++glyph) {
        bits[glyph / 8] = static_cast<std::uint8_t>(bits[glyph / 8] | (0x80 >> (glyph % 8)));
    }
    return bits;
}

}  // namespace

ObjectNumber embedFont(IncrementalWriter& writer, const FontSubset& subset) {
    const ObjectNumber font = writer.allocate();
    const ObjectNumber descendant = writer.allocate();
    const ObjectNumber descriptor = writer.allocate();
    const ObjectNumber file = writer.allocate();
    const ObjectNumber map = writer.allocate();
    const Object flate = Object::name("FlateDecode");
    writer.put(font, Object::dictionary({{"Type", Object::name("Font")},
                                         {"Subtype", Object::name("Type0")},
                                         {"BaseFont", Object::name(subset.name)},
                                         {"Encoding", Object::name("Identity-H")},
                                         {"DescendantFonts", Object::array({Object::reference(descendant)})},
                                         {"ToUnicode", Object::reference(map)}}));
    writer.put(descendant, descendantFont(subset, descriptor));
    Object description = fontDescriptor(subset, file);
    if (ArchiveProfile::of(writer.reader()).needsCidSet()) {
        const ObjectNumber cidSet = writer.allocate();
        writer.putStream(cidSet, Object::dictionary(), cidSetOf(subset.glyphCount));
        description.set("CIDSet", Object::reference(cidSet));
    }
    writer.put(descriptor, description);
    writer.putStream(file,
                     Object::dictionary({{"Filter", flate}, {"Length1", Object::integer(static_cast<std::int64_t>(subset.fileSize))}}),
                     subset.file);
    writer.putStream(map, Object::dictionary({{"Filter", flate}}), subset.toUnicode);
    return font;
}

}  // namespace pdf
}  // namespace congvu::signing
