// SPDX-License-Identifier: Apache-2.0
#include "pdf/StreamDecoder.h"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>

#include "congvu/signing/SigningError.h"
#include "pdf/SimpleFilters.h"

namespace congvu::signing::pdf {
namespace {

[[noreturn]] void malformedStream(const char* what) {
    throw SigningError(ErrorCode::malformedPdf, std::string("malformed PDF stream: ") + what);
}

/// Ends the inflation whatever happens.
struct Inflater {
    z_stream stream{};
    Inflater() {
        if (inflateInit(&stream) != Z_OK) {
            throw SigningError(ErrorCode::cryptoFailure, "zlib could not be started");
        }
    }
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
};

Bytes inflateBytes(ByteView data, std::size_t largestResult) {
    Inflater inflater;
    z_stream& stream = inflater.stream;
    stream.next_in = const_cast<Bytef*>(data.data());
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(data.size(), 0x7FFFFFFF));
    Bytes out;
    std::uint8_t buffer[32 * 1024];
    for (;;) {
        stream.next_out = buffer;
        stream.avail_out = sizeof buffer;
        const int state = inflate(&stream, Z_NO_FLUSH);
        const std::size_t produced = sizeof buffer - stream.avail_out;
        if (out.size() + produced > largestResult) {
            throw SigningError(ErrorCode::limitExceeded, "a PDF stream inflates beyond the limit");
        }
        out.insert(out.end(), buffer, buffer + produced);
        if (state == Z_STREAM_END) {
            return out;
        }
        if (state != Z_OK || (produced == 0 && stream.avail_in == 0)) {
            malformedStream("damaged Flate data");
        }
    }
}

std::uint8_t paeth(int left, int above, int aboveLeft) {
    const int estimate = left + above - aboveLeft;
    const int fromLeft = std::abs(estimate - left);
    const int fromAbove = std::abs(estimate - above);
    const int fromAboveLeft = std::abs(estimate - aboveLeft);
    if (fromLeft <= fromAbove && fromLeft <= fromAboveLeft) {
        return static_cast<std::uint8_t>(left);
    }
    return static_cast<std::uint8_t>(fromAbove <= fromAboveLeft ? above : aboveLeft);
}

/// Undoes one row of a PNG filter (RFC 2083, 6) in place.
void undoPngRow(int filter, std::uint8_t* row, const std::uint8_t* above, std::size_t width, std::size_t pixelBytes) {
    for (std::size_t column = 0; column < width; ++column) {
        const int left = column >= pixelBytes ? row[column - pixelBytes] : 0;
        const int aboveLeft = column >= pixelBytes ? above[column - pixelBytes] : 0;
        int addend = 0;
        switch (filter) {
            case 0:
                break;
            case 1:
                addend = left;
                break;
            case 2:
                addend = above[column];
                break;
            case 3:
                addend = (left + above[column]) / 2;
                break;
            case 4:
                addend = paeth(left, above[column], aboveLeft);
                break;
            default:
                malformedStream("an unknown PNG predictor");
        }
        row[column] = static_cast<std::uint8_t>(row[column] + addend);
    }
}

Bytes undoPng(ByteView data, std::size_t rowBytes, std::size_t pixelBytes) {
    if (data.size() % (rowBytes + 1) != 0) {
        malformedStream("predicted data that is not whole rows");
    }
    const std::size_t rows = data.size() / (rowBytes + 1);
    Bytes out(rows * rowBytes);
    const Bytes zeros(rowBytes, 0);
    const std::uint8_t* above = zeros.data();
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint8_t* source = data.data() + row * (rowBytes + 1);
        std::uint8_t* target = out.data() + row * rowBytes;
        std::copy(source + 1, source + 1 + rowBytes, target);
        undoPngRow(source[0], target, above, rowBytes, pixelBytes);
        above = target;
    }
    return out;
}

Bytes undoTiff(Bytes data, std::size_t rowBytes, std::size_t pixelBytes) {
    for (std::size_t start = 0; start + rowBytes <= data.size(); start += rowBytes) {
        for (std::size_t column = pixelBytes; column < rowBytes; ++column) {
            data[start + column] = static_cast<std::uint8_t>(data[start + column] + data[start + column - pixelBytes]);
        }
    }
    return data;
}

std::size_t positiveParameter(const Object& parameters, const char* key, std::int64_t otherwise, std::int64_t largest) {
    const Object& value = parameters.get(key);
    const std::int64_t number = value.isNull() ? otherwise : value.integerValue();
    if (number < 1 || number > largest) {
        malformedStream("a predictor parameter out of range");
    }
    return static_cast<std::size_t>(number);
}

Bytes undoPredictor(const Object& parameters, Bytes data) {
    const std::int64_t predictor = parameters.get("Predictor").isNull() ? 1 : parameters.get("Predictor").integerValue();
    if (predictor == 1) {
        return data;
    }
    const std::size_t colors = positiveParameter(parameters, "Colors", 1, 32);
    const std::size_t bits = positiveParameter(parameters, "BitsPerComponent", 8, 16);
    const std::size_t columns = positiveParameter(parameters, "Columns", 1, 1'000'000);
    const std::size_t rowBytes = (columns * colors * bits + 7) / 8;
    const std::size_t pixelBytes = std::max<std::size_t>(1, colors * bits / 8);
    if (predictor == 2 && bits == 8) {
        return undoTiff(std::move(data), rowBytes, pixelBytes);
    }
    if (predictor < 10 || predictor > 15) {
        malformedStream("an unknown predictor");
    }
    return undoPng(data, rowBytes, pixelBytes);
}

Bytes applyFilter(const Object& filter, const Object& parameters, ByteView data, std::size_t largestResult) {
    if (filter.isName("FlateDecode") || filter.isName("Fl")) {
        return undoPredictor(parameters, inflateBytes(data, largestResult));
    }
    if (filter.isName("ASCIIHexDecode") || filter.isName("AHx")) {
        return decodeAsciiHex(data);
    }
    if (filter.isName("ASCII85Decode") || filter.isName("A85")) {
        return decodeAscii85(data);
    }
    if (filter.isName("LZWDecode") || filter.isName("LZW")) {
        const Object& earlyChange = parameters.get("EarlyChange");
        return undoPredictor(parameters, decodeLzw(data, !earlyChange.isInteger() || earlyChange.integerValue() != 0, largestResult));
    }
    if (filter.isName("RunLengthDecode") || filter.isName("RL")) {
        return decodeRunLength(data, largestResult);
    }
    malformedStream("a filter of images, or one that is unknown");
}

}  // namespace

Bytes decodeStream(const Object& dictionary, ByteView data, std::size_t largestResult) {
    const Object& filter = dictionary.get("Filter");
    const Object& parameters = dictionary.get("DecodeParms");
    if (filter.isNull()) {
        return Bytes(data.begin(), data.end());
    }
    if (!filter.isArray()) {
        return applyFilter(filter, parameters.isArray() && !parameters.items().empty() ? parameters.items()[0] : parameters, data,
                           largestResult);
    }
    if (filter.items().size() > 4) {
        malformedStream("too many filters");
    }
    Bytes out(data.begin(), data.end());
    for (std::size_t index = 0; index < filter.items().size(); ++index) {
        static const Object kNone;
        const bool listed = parameters.isArray() && index < parameters.items().size();
        const Object& own = listed ? parameters.items()[index] : (index == 0 && !parameters.isArray() ? parameters : kNone);
        out = applyFilter(filter.items()[index], own, out, largestResult);
    }
    return out;
}

Bytes deflate(ByteView data) {
    uLongf size = compressBound(static_cast<uLong>(data.size()));
    Bytes out(size);
    if (compress2(out.data(), &size, data.data(), static_cast<uLong>(data.size()), 6) != Z_OK) {
        throw SigningError(ErrorCode::cryptoFailure, "zlib could not compress");
    }
    out.resize(size);
    return out;
}

}  // namespace congvu::signing::pdf
