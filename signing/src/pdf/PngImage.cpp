// SPDX-License-Identifier: Apache-2.0
#include "pdf/PngImage.h"

#include <png.h>

#include <algorithm>

#include "congvu/signing/SigningError.h"
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

Object imageDictionary(const PngImage& image, const char* colourSpace) {
    return Object::dictionary({{"Type", Object::name("XObject")},
                               {"Subtype", Object::name("Image")},
                               {"Width", Object::integer(image.width)},
                               {"Height", Object::integer(image.height)},
                               {"ColorSpace", Object::name(colourSpace)},
                               {"BitsPerComponent", Object::integer(8)},
                               {"Filter", Object::name("FlateDecode")}});
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

ObjectNumber embedImage(IncrementalWriter& writer, const PngImage& image) {
    const ObjectNumber number = writer.allocate();
    Object dictionary = imageDictionary(image, "DeviceRGB");
    if (!image.alpha.empty()) {
        const ObjectNumber mask = writer.allocate();
        writer.putStream(mask, imageDictionary(image, "DeviceGray"), image.alpha);
        dictionary.set("SMask", Object::reference(mask));
    }
    writer.putStream(number, std::move(dictionary), image.colours);
    return number;
}

}  // namespace congvu::signing::pdf
