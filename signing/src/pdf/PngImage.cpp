// SPDX-License-Identifier: Apache-2.0
#include "pdf/PngImage.h"

#include <png.h>

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "pdf/ArchiveProfile.h"
#include "pdf/StreamDecoder.h"

namespace congvu::signing::pdf {
namespace {

constexpr std::size_t kLargestFile = 8u << 20;
constexpr std::size_t kMostPixels = 16'000'000;

/// Frees what libpng's simple interface holds.
struct PngReader {
    png_image image{};
    PngReader() { image.version = PNG_IMAGE_VERSION; }
    ~PngReader() { png_image_free(&image); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;
};

Object imageDictionary(const PngImage& image, Object colourSpace) {
    return Object::dictionary({{"Type", Object::name("XObject")},
                               {"Subtype", Object::name("Image")},
                               {"Width", Object::integer(image.width)},
                               {"Height", Object::integer(image.height)},
                               {"ColorSpace", std::move(colourSpace)},
                               {"BitsPerComponent", Object::integer(8)},
                               {"Filter", Object::name("FlateDecode")}});
}

std::uint32_t bigEndian(ByteView bytes, std::size_t at) {
    return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 | std::uint32_t{bytes[at + 2]} << 8 | bytes[at + 3];
}

/// The colours as they look on white paper, compressed.
Bytes onWhite(const PngImage& image) {
    const Object flate = Object::dictionary({{"Filter", Object::name("FlateDecode")}});
    Bytes colours = decodeStream(flate, image.colours, kMostPixels * 3);
    const Bytes alpha = decodeStream(flate, image.alpha, kMostPixels);
    for (std::size_t index = 0; index < colours.size(); ++index) {
        const unsigned opacity = alpha[index / 3];
        colours[index] = static_cast<std::uint8_t>((colours[index] * opacity + 255 * (255 - opacity) + 127) / 255);
    }
    return deflate(colours);
}

}  // namespace

PngImage PngImage::decode(ByteView png) {
    PngReader reader;
    const bool begun = png.size() <= kLargestFile && png_image_begin_read_from_memory(&reader.image, png.data(), png.size()) != 0;
    if (!begun || std::size_t{reader.image.width} * reader.image.height > kMostPixels) {
        throw SigningError(ErrorCode::unreadableImage, "not a PNG, or too large");
    }
    reader.image.format = PNG_FORMAT_RGBA;
    Bytes pixels(PNG_IMAGE_SIZE(reader.image));
    PngImage image;
    image.width = reader.image.width;
    image.height = reader.image.height;
    if (png_image_finish_read(&reader.image, nullptr, pixels.data(), 0, nullptr) == 0) {
        throw SigningError(ErrorCode::unreadableImage, "a damaged PNG");
    }
    Bytes colours;
    Bytes alpha;
    colours.reserve(pixels.size() / 4 * 3);
    alpha.reserve(pixels.size() / 4);
    for (std::size_t index = 0; index < pixels.size(); index += 4) {
        colours.insert(colours.end(), {pixels[index], pixels[index + 1], pixels[index + 2]});
        alpha.push_back(pixels[index + 3]);
    }
    image.colours = deflate(colours);
    if (std::any_of(alpha.begin(), alpha.end(), [](std::uint8_t value) { return value != 255; })) {
        image.alpha = deflate(alpha);
    }
    return image;
}

double pointsPerPixel(ByteView png) {
    constexpr std::size_t kSignature = 8;
    constexpr std::size_t kAround = 12;  // length and type before the data, checksum after it
    for (std::size_t at = kSignature; at + kAround <= png.size();) {
        const std::size_t size = bigEndian(png, at);
        const std::string_view type = textOf(png.subspan(at + 4, 4));
        if (type == "IDAT" || size > png.size() - at - kAround) {
            return 0;
        }
        if (type == "pHYs" && size == 9 && png[at + 16] == 1) {
            const double pixelsPerMetre = bigEndian(png, at + 8);
            constexpr double kPointsPerMetre = 72 / 0.0254;
            return pixelsPerMetre > 0 ? kPointsPerMetre / pixelsPerMetre : 0;
        }
        at += kAround + size;
    }
    return 0;
}

ObjectNumber embedImage(IncrementalWriter& writer, const PngImage& image) {
    const ArchiveProfile profile = ArchiveProfile::of(writer.reader());
    const ObjectNumber number = writer.allocate();
    Object dictionary = imageDictionary(image, profile.isClaimed() ? calibratedRgb() : Object::name("DeviceRGB"));
    if (image.alpha.empty()) {
        writer.putStream(number, std::move(dictionary), image.colours);
        return number;
    }
    if (!profile.permitsSoftMasks()) {
        writer.putStream(number, std::move(dictionary), onWhite(image));
        return number;
    }
    const ObjectNumber mask = writer.allocate();
    writer.putStream(mask, imageDictionary(image, Object::name("DeviceGray")), image.alpha);
    dictionary.set("SMask", Object::reference(mask));
    writer.putStream(number, std::move(dictionary), image.colours);
    return number;
}

}  // namespace congvu::signing::pdf
